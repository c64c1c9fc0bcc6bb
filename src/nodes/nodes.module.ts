import { Global, Module } from '@nestjs/common';
import { Nodes } from './nodes.js';
import { NodesResolver } from './nodes.resolver.js';

@Global()
@Module({ providers: [Nodes, NodesResolver], exports: [Nodes] })
export class NodesModule {}

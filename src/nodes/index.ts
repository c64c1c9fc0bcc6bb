export { NodeType } from './node.type.js';
export { Nodes } from './nodes.js';
export { NodesModule } from './nodes.module.js';

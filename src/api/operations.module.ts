import { Module } from '@nestjs/common';
import { Documents } from './documents.js';
import { Admission } from './limits/admission.js';
import { CostBudget } from './limits/cost-budget.js';
import { RateLimitResolver } from './limits/rate-limit.resolver.js';

/** What both ways in ask before they execute an operation. */
@Module({ providers: [Documents, CostBudget, Admission, RateLimitResolver], exports: [Documents, Admission] })
export class OperationsModule {}

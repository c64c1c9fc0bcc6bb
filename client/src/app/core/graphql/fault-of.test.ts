import { describe, expect, it } from 'vitest';
import { problem } from './problem';
import { faultOf } from './fault-of';

const taken = problem('CONFLICT', 'That name is taken.', 'username');

describe('a fault on a form', () => {
  it('stands beside the field it belongs to, and nowhere else', () => {
    const fault = faultOf(taken, ['username', 'password']);
    expect(fault.at('username')).toBe('That name is taken.');
    expect(fault.at('password')).toBeNull();
    expect(fault.form).toBeNull();
  });

  it('stands above the form when the form has no such field', () => {
    const fault = faultOf(taken, ['nickname']);
    expect(fault.form).toBe('That name is taken.');
    expect(fault.at('nickname')).toBeNull();
  });

  it('stands above the form when it belongs to no field', () => {
    expect(faultOf(problem('RATE_LIMITED', 'Please wait.'), ['username']).form).toBe('Please wait.');
  });

  it('is nothing where nothing is wrong', () => {
    const fault = faultOf(null, ['username']);
    expect(fault.form).toBeNull();
    expect(fault.at('username')).toBeNull();
  });
});

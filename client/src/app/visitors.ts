// The pages of those who are not signed in. All are asked for here: what they share comes in one file with the first of them, and not in a
// file for each thing that several of them need.
export { Guest } from './features/auth/guest';
export { Login } from './features/auth/login';
export { Welcome } from './features/auth/welcome';

export const confirmEmail = async () => (await import('./features/auth/confirm-email')).ConfirmEmail;
export const forgotPassword = async () => (await import('./features/auth/forgot-password')).ForgotPassword;
export const invitation = async () => (await import('./features/auth/invitation')).Invitation;
export const register = async () => (await import('./features/auth/register')).Register;
export const resetPassword = async () => (await import('./features/auth/reset-password')).ResetPassword;
export const unsubscribe = async () => (await import('./features/auth/unsubscribe')).Unsubscribe;

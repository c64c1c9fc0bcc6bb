export { ApiModule } from './api.module.js';
export { callerAddress } from './caller-address.js';
export { capConnections } from './connection-cap.js';
export { bodiesInTime, boundHttp, LARGEST_BODY_BYTES, takeYourTime } from './http-bounds.js';
export { playground } from './playground.js';
export { Readiness } from './readiness.js';
export { securityHeaders } from './security-headers.js';
export { SocketServer } from './sockets/socket-server.js';

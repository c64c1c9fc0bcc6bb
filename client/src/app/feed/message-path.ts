/** As the server has it in `Message.path`. */
export function messagePath(roomId: string, number: number): string {
  return `/chat/${roomId}/${String(number)}`;
}

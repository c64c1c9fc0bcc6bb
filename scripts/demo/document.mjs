/** A PDF of one page of text: the five objects that a reader needs, and where each begins. */
export function writeDocument(name, [title, ...lines]) {
  const text = [
    `BT /F1 22 Tf 72 760 Td (${escape(title)}) Tj`,
    '/F1 12 Tf 0 -16 Td',
    ...lines.map(writeLine),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ];
  return { name, type: 'application/pdf', bytes: Buffer.from(assemble(objects), 'latin1') };
}

function writeLine(line) {
  return `0 -20 Td (${escape(line)}) Tj`;
}

function escape(text) {
  return text.replace(/[\\()]/g, '\\$&');
}

function assemble(objects) {
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${starts.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

const widthOf = (text: string): number => [...text].length;

/**
 * Formats rows as virsh's tables: columns as wide as their widest cell, three blanks apart.
 * @param heading names of the columns, underlined; undefined for none
 */
export function formatTable(heading: readonly string[] | undefined, rows: readonly (readonly string[])[]): string {
  const lines = heading === undefined ? rows : [heading, ...rows];
  const widths: number[] = [];
  for (const cells of lines) {
    for (const [column, cell] of cells.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
  }
  const formatted = lines.map((cells) => {
    const last = cells.length - 1;
    const padded = cells.map((cell, column) =>
      column === last ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)),
    );
    return ` ${padded.join('   ')}\n`;
  });
  if (heading === undefined) return formatted.join('');
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 3, 0));
  const [first = '', ...rest] = formatted;
  return [first, `${rule}\n`, ...rest].join('');
}

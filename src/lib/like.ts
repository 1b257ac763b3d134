/** A prefix as a pattern of SQL's LIKE means it: Prisma hands LIKE's own signs through as they are. */
export const literally = (prefix: string): string => prefix.replace(/[\\%_]/g, '\\$&');

export const exampleFolder: string;
export function manualPages(): { name: string; text: string }[];
export function fenced(text: string): { language: string; text: string; line: number }[];
export function examples(text: string): { file: string | undefined; text: string; line: number }[];
export function writeExample(folder: string, text: string): void;
export function pictures(text: string): { file?: string; selector?: string; alternative: string; path: string }[];

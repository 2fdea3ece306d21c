export const handler = async () => 'a name with a dash';

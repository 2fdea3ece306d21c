export const handler = async () => 'below a module package';

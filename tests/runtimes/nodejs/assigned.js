module.exports = { handler: async () => 'assigned exports' };

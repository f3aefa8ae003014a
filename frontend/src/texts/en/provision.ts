export const provision = {
  title: 'Provision',
};

export const guests = {
  title: 'Resources',
};

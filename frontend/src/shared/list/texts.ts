export const listTexts = {
  views: {
    title: 'Saved views',
    none: 'A view is the filter, the order and the columns that you see now, under a name. This browser keeps it.',
    name: 'Name of the present view',
    keep: 'Save',
    replace: 'Replace',
    drop: (name: string) => `Delete the view ${name}`,
    dropped: (name: string) => `The view ${name} was deleted.`,
    undo: 'Undo',
  },
  export: 'Export as CSV',
};

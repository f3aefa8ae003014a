Redoc.init('/openapi.json', { hideLoading: true }, document.getElementById('redoc'));

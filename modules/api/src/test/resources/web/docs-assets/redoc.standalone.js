/* stands for the viewer's own file, which the frontend's jar brings */

/** Libraries look at this while they are loaded, so it is set before any of them is: graphql checks each value twice elsewhere. */
process.env.NODE_ENV ??= 'production';

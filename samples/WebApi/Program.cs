using Plumbline.Samples.WebApi;

await TicketService.Build(args).RunAsync();

namespace Plumbline.Samples.WebApi;

/// <summary>Takes tickets. One that breaks its schema is answered with everything that is wrong with it, and reaches no handler.</summary>
public static class TicketService
{
    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PlumblineJsonResolver.Instance));
        WebApplication app = builder.Build();
        app.MapPost("/tickets", (ValidatedBody<Ticket> body) =>
            body.Value is { } ticket ? Results.Created($"/tickets/{ticket.Id}", ticket) : Results.ValidationProblem(body.Faults));
        return app;
    }
}

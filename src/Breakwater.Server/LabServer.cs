using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Breakwater.Server;

/// <summary>The laboratory over HTTP: an API under /api/v1, and the pages that use it.</summary>
public static class LabServer
{
    public const string Api = "/api/v1";

    /// <returns>Ready to be started.</returns>
    /// <exception cref="InputException">It would serve everybody who reaches the machine.</exception>
    public static WebApplication Create(ServerOptions options)
    {
        options.RequireSafe();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listening.Configure(kestrel, options));
        builder.Services.AddRoutingCore();
        builder.Logging.AddFilter((_, level) => level >= LogLevel.Error);
        AddServices(builder.Services, options);
        WebApplication app = builder.Build();
        Guard(app, options);
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options).AddSingleton(options.Limits);
        services
            .AddSingleton<OrderCheck>()
            .AddSingleton<ComparisonCheck>()
            .AddSingleton<RunCatalogue>()
            .AddSingleton<SeriesShelf>()
            .AddSingleton<MapShelf>()
            .AddSingleton<SharedCalculator>();
        services.AddSingleton<RunQueue>().AddHostedService(provider => provider.GetRequiredService<RunQueue>());
        if (options.ReadsAhead && IPAddress.IsLoopback(options.Listen))
        {
            services.AddHostedService<ReadAhead>();
        }

        services.AddProblemDetails(Problems.Configure).AddOpenApi("v1");
        services.AddResponseCompression(compression => compression.MimeTypes = ["application/json", "text/csv"]);
        KeptAnswers.Add(services);
        RateLimits.Add(services, options.Limits);
        HostNames.Add(services, options);
        services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    // As run folders have it, on one line, with markup escaped; and a key that nobody reads is an error.
    private static void Configure(JsonSerializerOptions json)
    {
        foreach (JsonConverter converter in RunFolder.Json.Converters)
        {
            json.Converters.Add(converter);
        }

        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        json.Encoder = JavaScriptEncoder.Default;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
    }

    private static void Guard(WebApplication app, ServerOptions options)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseMiddleware<LargeBodies>(options.Limits);
        app.UseStatusCodePages();
        app.UseHostFiltering();
        app.UseRateLimiter();
        if (options.Token is { } token)
        {
            app.UseMiddleware<TokenGuard>(token);
        }

        app.UseMiddleware<OwnPagesOnly>();
        app.UseOutputCache();
        // On this machine, packing costs more than sending.
        if (!IPAddress.IsLoopback(options.Listen))
        {
            app.UseResponseCompression();
        }
    }

    private static void Map(WebApplication app)
    {
        var api = app.MapGroup(Api);
        app.MapOpenApi(Api + "/openapi.json");
        SessionEndpoints.Map(api);
        ScenarioEndpoints.Map(api);
        RunEndpoints.Map(api);
        ComparisonEndpoints.Map(api);
        TableEndpoints.Map(api);
        LiveEndpoints.Map(api);
        PathEndpoints.Map(api);
        FileEndpoints.Map(api);
        MarginEndpoints.Map(api);
        ClaimEndpoints.Map(api);
        IndicatorEndpoints.Map(api);
        MapEndpoints.Map(api);
        PageEndpoints.Map(app);
    }
}

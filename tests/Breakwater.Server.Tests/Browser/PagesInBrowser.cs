using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace Breakwater.Server.Tests;

/// <summary>Plays the tests of the pages (web/tests) once, in Chromium, against a server with real runs.</summary>
public sealed class PagesInBrowser : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("breakwater-pages-").FullName;
    private JsonNode? _results;
    private string _absence = "";
    private string _said = "";

    private static string Web => Path.Combine(Checkout.Root, "web");

    private static string Shots =>
        Environment.GetEnvironmentVariable("BREAKWATER_SHOTS")
        ?? Path.Combine(Checkout.Root, "artifacts", "screenshots");

    public async ValueTask InitializeAsync()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Chromium chromium = await Chromium.Find(cancel);
        _absence = chromium.Absence;
        if (_absence.Length > 0)
        {
            return;
        }

        var runs = new RealRuns(_folder, cancel);
        runs.Make();
        var market = new ImportedMarket(Path.Combine(_folder, "market"));
        market.Import();
        await using WebApplication app = await Serve(runs, Path.Combine(_folder, "no-store"), cancel);
        await using WebApplication withStore = await Serve(runs, market.Store, cancel);
        await Play(chromium.Program, app.Urls.First(), withStore.Urls.First(), runs.Runs, cancel);
        await app.StopAsync(cancel);
        await withStore.StopAsync(cancel);
    }

    /// <summary>Throws if a test of a file failed, or none ran.</summary>
    public void RequirePassed(string file)
    {
        Assert.SkipWhen(_absence.Length > 0, _absence);
        JsonNode? suite = _results?["suites"]?.AsArray().FirstOrDefault(known => (string?)known!["file"] == file);
        JsonNode[] specs = suite?["specs"]?.AsArray().OfType<JsonNode>().ToArray() ?? [];
        Assert.True(specs.Length > 0, $"no test of {file} ran: {_said}");
        Assert.Empty(specs.Where(spec => !(bool)spec["ok"]!).Select(Failure));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<WebApplication> Serve(RealRuns runs, string store, CancellationToken cancel)
    {
        var options = new ServerOptions
        {
            Content = runs.Content,
            Runs = runs.Runs,
            Store = store,
            Port = 0,
            Limits = new ServerLimits { Burst = 100_000 },
        };
        WebApplication app = LabServer.Create(options);
        await app.StartAsync(cancel);
        return app;
    }

    private static string Failure(JsonNode spec) =>
        $"{spec["title"]}: "
        + string.Join(
            '\n',
            spec["tests"]!
                .AsArray()
                .SelectMany(test => test!["results"]!.AsArray())
                .SelectMany(result => result!["errors"]!.AsArray())
                .Select(error => error!["message"])
        );

    private async Task Play(string chromium, string address, string withStore, string runs, CancellationToken cancel)
    {
        string results = Path.Combine(_folder, "results.json");
        var start = new ProcessStartInfo(
            "node",
            [Path.Combine("node_modules", "@playwright", "test", "cli.js"), "test"]
        )
        {
            WorkingDirectory = Web,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["BREAKWATER_CHROMIUM"] = chromium;
        start.Environment["BREAKWATER_ADDRESS"] = address;
        start.Environment["BREAKWATER_WITH_STORE"] = withStore;
        start.Environment["BREAKWATER_RUNS"] = runs;
        start.Environment["BREAKWATER_SHOTS"] = Shots;
        start.Environment["BREAKWATER_RESULTS"] = results;
        using Process process = Process.Start(start)!;
        _said = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        _results = File.Exists(results) ? JsonNode.Parse(await File.ReadAllTextAsync(results, cancel)) : null;
    }
}

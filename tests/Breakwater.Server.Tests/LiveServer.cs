using System.Net;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;

namespace Breakwater.Server.Tests;

/// <summary>A server of its own on loopback, with one finished run of the small scenario.</summary>
public sealed class LiveServer : IAsyncLifetime, IRunProgress, IEnsembleProgress
{
    public const string Finished = "small-seed-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("breakwater-server-").FullName;
    private WebApplication? _app;

    public static ContentFolders Content { get; } =
        new(Path.Combine(AppContext.BaseDirectory, "Inputs"), AppContext.BaseDirectory);

    public string Runs => Path.Combine(_folder, "runs");

    public Uri Address { get; private set; } = new("http://localhost");

    public HttpClient Client { get; private set; } = new();

    internal ServerOptions Options =>
        new()
        {
            Content = Content,
            Runs = Runs,
            Store = Path.Combine(_folder, "no-store"),
            Port = 0,
            Threads = 2,
            Limits = new ServerLimits
            {
                Burst = 100_000,
                RunsPerMinute = 10_000,
                Seeds = 50,
            },
        };

    public async ValueTask InitializeAsync()
    {
        Leave(Finished, 1);
        _app = LabServer.Create(Options);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
        Client = new HttpClient { BaseAddress = new Uri(Address, "/api/v1/") };
    }

    /// <summary>A finished run, as the command leaves it.</summary>
    public void Leave(string name, ulong seed)
    {
        string folder = Path.Combine(Runs, name);
        ScenarioRun.Execute(
            new RunRequest(Content, "small", new Seed(seed), null, folder, 2),
            this,
            TestContext.Current.CancellationToken
        );
        RunReportPage.Write(folder);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    public void Began(string stage) { }

    public void Reached(Timestamp time, double share) { }

    public void Reached(int finished, int seeds, double share) { }
}

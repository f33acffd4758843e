using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Breakwater.Server.Tests;

/// <summary>What the first page asks for has been asked for already.</summary>
public sealed class ReadAheadTests(LiveServer server) : IClassFixture<LiveServer>
{
    private static readonly Uri s_flows = new(
        $"/api/v1/runs/{LiveServer.Finished}/flows?offset=0&limit=10000",
        UriKind.Relative
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_latest_run_is_at_hand_before_anybody_asks()
    {
        await using WebApplication app = LabServer.Create(server.Options with { ReadsAhead = true });
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await app.Services.GetServices<IHostedService>().OfType<ReadAhead>().Single().ExecuteTask!;

        using HttpResponseMessage answer = await client.GetAsync(s_flows, Cancel);
        answer.EnsureSuccessStatusCode();
        Assert.NotNull(answer.Headers.Age);
        await app.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_server_without_runs_starts_as_well()
    {
        string empty = Path.Combine(server.Runs, "..", "nothing-here");
        await using WebApplication app = LabServer.Create(server.Options with { ReadsAhead = true, Runs = empty });
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal("[]", await client.GetStringAsync(new Uri("/api/v1/runs", UriKind.Relative), Cancel));
        await app.StopAsync(Cancel);
    }
}

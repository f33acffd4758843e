using System.Net.Http.Headers;
using Breakwater.Lab;
using Breakwater.Runs;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace Breakwater.Server;

/// <summary>
/// Asks this server once for what the page of its latest run asks for: whoever opens the first page then waits for neither code to be
/// compiled nor the database's library to be loaded.
/// </summary>
internal sealed class ReadAhead(
    ServerOptions options,
    RunCatalogue catalogue,
    IServer server,
    IHostApplicationLifetime lifetime
) : BackgroundService
{
    private const int RowsOfPage = 10_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
        {
            await started.Task.WaitAsync(stoppingToken);
        }

        try
        {
            await AskAsAPage(stoppingToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InputException)
        {
            // Nobody asked for it: whoever does will be told what is wrong.
        }
    }

    private async Task AskAsAPage(CancellationToken cancel)
    {
        if (LatestOf(catalogue) is not { } run)
        {
            return;
        }

        using var client = new HttpClient { BaseAddress = new Uri(AddressOf(server)) };
        if (options.Token is { } token)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (string path in PathsOf(run))
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
        }
    }

    private static RunEntry? LatestOf(RunCatalogue catalogue) =>
        catalogue
            .All()
            .Where(entry => File.Exists(Path.Combine(entry.Folder, RunFolder.SummaryName)))
            .MaxBy(entry => entry.Written);

    private static string AddressOf(IServer server) =>
        server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();

    private static IEnumerable<string> PathsOf(RunEntry run)
    {
        string id = Uri.EscapeDataString(Path.GetFileName(run.Folder));
        string root = $"{LabServer.Api}/runs/{id}";
        yield return "/";
        yield return $"{LabServer.Api}/runs";
        yield return $"{root}/files/{RunFolder.SummaryName}";
        yield return FormattableString.Invariant($"{root}/flows?offset=0&limit={RowsOfPage}");
        if (RecordedSeries.IsIn(run.Folder) && RunFolder.ReadSummary(run.Folder).Market is [{ Coin: var coin }, ..])
        {
            yield return $"{root}/series?coin={Uri.EscapeDataString(coin)}";
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Breakwater.Server;
using Microsoft.AspNetCore.Builder;

namespace Breakwater.Benchmarks;

/// <summary>How long 200 people who read at the same time wait: a server in this process, its readers in it too.</summary>
internal static class ServeBenchmark
{
    private const int Readers = 200;
    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(500);

    /// <param name="run">The folder of a finished run of a market.</param>
    public static async Task Run(string run)
    {
        string folder = Path.GetFullPath(run);
        var options = new ServerOptions
        {
            Runs = Path.GetDirectoryName(folder)!,
            Port = 0,
            Limits = new ServerLimits { Burst = 1_000_000, RequestsPerSecond = 1_000_000 },
        };
        await using WebApplication app = LabServer.Create(options);
        await app.StartAsync();
        string[] addresses = AddressesOf(Path.GetFileName(folder));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await Read(client, addresses, Readers, TimeSpan.FromSeconds(3), TimeSpan.Zero);
        Tell("each reader asks twice a second", await Read(client, addresses, Readers, s_length, s_pace));
        Tell("each reader asks again at once", await Read(client, addresses, Readers, s_length, TimeSpan.Zero));
        await app.StopAsync();
    }

    private static string[] AddressesOf(string id) =>
        [
            "/api/v1/runs",
            $"/api/v1/runs/{id}",
            $"/api/v1/runs/{id}/files/summary.json",
            $"/api/v1/runs/{id}/series?coin=BTC&points=600",
            $"/api/v1/runs/{id}/series?coin=ETH&venue=hyperliquid&points=300&from=2025-10-10T21:00:00Z&to=2025-10-10T21:30:00Z",
            $"/api/v1/runs/{id}/flows?limit=500",
            "/",
        ];

    private static async Task<double[]> Read(
        HttpClient client,
        string[] addresses,
        int readers,
        TimeSpan length,
        TimeSpan pace
    )
    {
        var clock = Stopwatch.StartNew();
        TimeSpan busyBefore = Environment.CpuUsage.TotalTime;
        IEnumerable<Task<List<double>>> reading = Enumerable
            .Range(0, readers)
            .Select(async reader =>
            {
                var waits = new List<double>();
                await Task.Delay(pace * reader / readers);
                for (int number = reader; clock.Elapsed < length; number++)
                {
                    long asked = Stopwatch.GetTimestamp();
                    using HttpResponseMessage answer = await client.GetAsync(addresses[number % addresses.Length]);
                    await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                    TimeSpan wait = Stopwatch.GetElapsedTime(asked);
                    waits.Add(wait.TotalMilliseconds);
                    await Task.Delay(pace > wait ? pace - wait : TimeSpan.Zero);
                }

                return waits;
            });
        List<double>[] all = await Task.WhenAll(reading);
        double[] sorted = [.. all.SelectMany(waits => waits).Order()];
        TimeSpan busy = Environment.CpuUsage.TotalTime - busyBefore;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{readers} readers, {sorted.Length:N0} answers, {sorted.Length / clock.Elapsed.TotalSeconds:N0} a second, {busy.TotalMilliseconds / sorted.Length:N2} ms of processor for each, its reader's part too"
            )
        );
        return sorted;
    }

    private static void Tell(string what, double[] sorted)
    {
        double At(double level) => sorted[(int)(level * (sorted.Length - 1))];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: p50 {At(0.5):N1} ms, p99 {At(0.99):N1} ms, longest {At(1):N1} ms"
            )
        );
    }
}

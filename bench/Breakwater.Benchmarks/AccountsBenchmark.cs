using System.Diagnostics;
using System.Globalization;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Benchmarks;

/// <summary>accounts: what the market of 10 October 2025 costs with ten thousand to ten million accounts, in a calm hour and under its shock.</summary>
/// <remarks>In the calm hour nearly every account is idle; under the shock as many act as are forced out or leave.</remarks>
internal sealed class AccountsBenchmark : IRunProgress
{
    private const double Calm = 1e-9;
    private static readonly int[] s_accounts = [10_000, 100_000, 1_000_000, 10_000_000];

    public void Began(string stage) { }

    public void Reached(Timestamp time, double share) { }

    public static void Run()
    {
        Scenario scenario = ScenarioReader.Read(new ContentFolders(AppContext.BaseDirectory), "oct-10-2025");
        Console.WriteLine("accounts, shock, draw s, run s, events, accounts liquidated, ns an event, resident MiB");
        foreach (double shock in (double[])[Calm, scenario.World.Market!.Shock.Size])
        {
            foreach (int accounts in s_accounts)
            {
                Measure(WithShock(WithAccounts(scenario.World, accounts), shock), accounts, shock);
            }
        }

        Console.WriteLine($"load of the machine: {MachineLoad.Now()}");
    }

    private static void Measure(WorldParameters parameters, int accounts, double shock)
    {
        var progress = new AccountsBenchmark();
        long began = Stopwatch.GetTimestamp();
        World world = Runner.Open(parameters, Environment.ProcessorCount, progress, CancellationToken.None);
        double draw = Stopwatch.GetElapsedTime(began).TotalSeconds;
        long atStart = world.Venues.Sum(venue => venue.Hash.Count);
        double[] seconds = [.. Enumerable.Range(1, 3).Select(seed => Follow(parameters, world, new Seed((ulong)seed)))];
        long events = world.Venues.Sum(venue => venue.Hash.Count) - atStart;
        double run = seconds.Order().ElementAt(1);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{accounts}, {shock:P1}, {draw:F2}, {run:F2}, {events}, {world.Venues.Sum(venue => venue.Tally.Accounts.Weight)}, {run / events * 1e9:F0}, {Environment.WorkingSet >> 20}"
            )
        );
    }

    private static double Follow(WorldParameters parameters, World world, Seed seed)
    {
        world.Reset(seed);
        long began = Stopwatch.GetTimestamp();
        Runner.Follow(parameters.WithSeed(seed), world, new AccountsBenchmark(), CancellationToken.None);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    // Each venue keeps its share; every account stands for itself, so that open interest stays what it is.
    private static WorldParameters WithAccounts(WorldParameters world, int accounts)
    {
        double all = world.Venues.Sum(venue => venue.Crowd.Accounts);
        return world with
        {
            Venues =
            [
                .. world.Venues.Select(venue =>
                    venue.IsSpot ? venue : venue with { Crowd = CrowdOf(accounts * (venue.Crowd.Accounts / all)) }
                ),
            ],
        };
    }

    private static CrowdOfVenue CrowdOf(double accounts) => new((int)accounts, (int)accounts);

    private static WorldParameters WithShock(WorldParameters world, double size) =>
        world with
        {
            Market = world.Market! with { Shock = world.Market.Shock with { Size = size } },
        };
}

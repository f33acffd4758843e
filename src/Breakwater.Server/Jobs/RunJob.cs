using System.Globalization;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Server;

/// <summary>One ordered run, from its order to its folder.</summary>
internal sealed class RunJob : IRunProgress, IEnsembleProgress, IDisposable
{
    private readonly ServerOptions _options;
    private readonly RunOrder _order;
    private readonly SeedList? _seeds;
    private readonly string _folder;
    private readonly CancellationTokenSource _cancel = new();
    private JobProgress _progress;

    public RunJob(string id, ServerOptions options, RunOrder order, SeedList? seeds)
    {
        (_options, _order, _seeds) = (options, order, seeds);
        _folder = Path.Combine(options.Runs, id);
        string seedText = seeds?.ToString() ?? SeedOf(order).ToString(CultureInfo.InvariantCulture);
        _progress = new JobProgress(id, order.Scenario, seedText, JobState.Waiting, "waiting", null, 0, null);
    }

    /// <summary>As it was when it last changed; safe to read from any thread.</summary>
    public JobProgress Progress => Volatile.Read(ref _progress);

    public static ulong SeedOf(RunOrder order) => order.Seed ?? 1;

    public void Cancel()
    {
        _cancel.Cancel();
        if (Progress.State == JobState.Waiting)
        {
            Set(Progress with { State = JobState.Cancelled, Stage = "cancelled" });
        }
    }

    public void Execute(CancellationToken stopping)
    {
        if (Progress.IsOver)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_cancel.Token, stopping);
        try
        {
            Set(Progress with { State = JobState.Running, Stage = "reading" });
            Run(either.Token);
            RunReportPage.Write(_folder);
            Set(Progress with { State = JobState.Complete, Stage = "complete", Share = 1 });
        }
        catch (OperationCanceledException)
        {
            Set(Progress with { State = JobState.Cancelled, Stage = "cancelled" });
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }

    public void Began(string stage) => Set(Progress with { Stage = stage });

    public void Reached(Timestamp time, double share) =>
        Set(Progress with { Reached = time.ToString(), Share = share });

    public void Reached(int finished, int seeds, double share) =>
        Set(
            Progress with
            {
                Stage = "running seeds",
                Reached = FormattableString.Invariant($"{finished} of {seeds} seeds"),
                Share = share,
            }
        );

    public void Dispose() => _cancel.Dispose();

    // Whatever it was, the next order is not to suffer from it.
    private void Fail(Exception failure)
    {
        bool isKnown = IsOfInputOrDisk(failure);
        string why = isKnown ? PlaceNames.Without(failure.Message) : "the engine failed; the server's console says how";
        if (!isKnown)
        {
            Console.Error.WriteLine(failure);
        }

        Set(Progress with { State = JobState.Failed, Stage = "failed", Error = why });
    }

    private static bool IsOfInputOrDisk(Exception failure) =>
        failure
            is InputException
                or CrowdException
                or OverflowException
                or ArgumentException
                or IOException
                or UnauthorizedAccessException;

    private void Run(CancellationToken cancel)
    {
        IReadOnlyList<ScenarioValue> values = OrderCheck.ValuesOf(_order);
        if (_seeds is { } seeds)
        {
            var ensemble = new EnsembleRequest(_options.Content, _order.Scenario, seeds, _folder, _options.Threads);
            EnsembleRun.Execute(ensemble with { Values = values }, this, cancel);
            return;
        }

        var seed = new Seed(SeedOf(_order));
        var request = new RunRequest(_options.Content, _order.Scenario, seed, null, _folder, _options.Threads);
        ScenarioRun.Execute(request with { Values = values }, this, cancel);
    }

    private void Set(JobProgress progress) => Volatile.Write(ref _progress, progress);
}

using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Server;

/// <summary>One ordered run, from its order to its folder.</summary>
internal sealed class RunJob : IRunProgress, IEnsembleProgress, IDisposable
{
    private readonly JobPlan _plan;
    private readonly string _folder;
    private readonly CancellationTokenSource _cancel = new();
    private JobProgress _progress;
    private SeriesSoFar? _series;

    /// <param name="parent">Of its folder.</param>
    public RunJob(string id, string parent, JobPlan plan)
    {
        _plan = plan;
        _folder = Path.Combine(parent, id);
        _progress = new JobProgress(
            id,
            plan.Kind,
            plan.Scenario,
            plan.Seeds,
            JobState.Waiting,
            "waiting",
            null,
            0,
            null
        );
    }

    /// <summary>As it was when it last changed; safe to read from any thread.</summary>
    public JobProgress Progress => Volatile.Read(ref _progress);

    /// <summary>What its market has recorded; null before it began, when it is over, and where it has none.</summary>
    public SeriesSoFar? Series => Volatile.Read(ref _series);

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
            _plan.Execute(_folder, this, either.Token);
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
        finally
        {
            // A world is too large to be kept for those who come late.
            Volatile.Write(ref _series, null);
        }
    }

    public void Opened(WorldParameters parameters, World world) =>
        Volatile.Write(ref _series, SeriesSoFar.Of(parameters, world));

    public void Began(string stage) => Set(Progress with { Stage = stage });

    public void Reached(Timestamp time, double share)
    {
        Series?.Publish();
        Set(Progress with { Reached = time.ToString(), Share = share });
    }

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

    private void Set(JobProgress progress) => Volatile.Write(ref _progress, progress);
}

using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Breakwater.Server;

/// <summary>Ordered runs, carried out one after the other: each uses every processor.</summary>
internal sealed class RunQueue(ServerOptions options) : BackgroundService
{
    private const int MostRemembered = 200;

    private readonly Lock _lock = new();
    private readonly List<RunJob> _jobs = [];
    private readonly Channel<RunJob> _waiting = Channel.CreateUnbounded<RunJob>();

    /// <summary>Of this process, oldest first.</summary>
    public IReadOnlyList<JobProgress> Jobs
    {
        get
        {
            lock (_lock)
            {
                return [.. _jobs.Select(job => job.Progress)];
            }
        }
    }

    /// <exception cref="RequestException">As many runs are open as may be.</exception>
    public RunJob Add(JobPlan plan)
    {
        lock (_lock)
        {
            if (_jobs.Count(job => !job.Progress.IsOver) >= options.Limits.OpenRuns)
            {
                throw RequestException.TooMuch($"{options.Limits.OpenRuns} runs are open already; wait for one to end");
            }

            var job = new RunJob(NewId(plan.Name), options.Runs, plan);
            _jobs.Add(job);
            ForgetOldest();
            _waiting.Writer.TryWrite(job);
            return job;
        }
    }

    /// <returns>Null where this process was not asked for such a run.</returns>
    public RunJob? Find(string id)
    {
        lock (_lock)
        {
            return _jobs.FindLast(job => job.Progress.Id == id);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (RunJob job in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await Task.Factory.StartNew(
                () => job.Execute(stoppingToken),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
    }

    // No other run has it, neither one on disk nor one that still waits.
    private string NewId(string name)
    {
        string id = name;
        for (int number = 2; IsTaken(id); number++)
        {
            id = FormattableString.Invariant($"{name}-{number}");
        }

        return id;
    }

    private bool IsTaken(string id) =>
        Path.Exists(Path.Combine(options.Runs, id)) || _jobs.Exists(job => job.Progress.Id == id);

    private void ForgetOldest()
    {
        while (_jobs.Count > MostRemembered && _jobs.FindIndex(job => job.Progress.IsOver) is >= 0 and int oldest)
        {
            _jobs[oldest].Dispose();
            _jobs.RemoveAt(oldest);
        }
    }
}

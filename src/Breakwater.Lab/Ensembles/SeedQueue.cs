using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Hands an ensemble's members out in order and adds up how far they are.</summary>
internal sealed class SeedQueue(int members, IEnsembleProgress progress)
{
    private const double Step = 0.01;

    private readonly Lock _lock = new();
    private readonly double[] _shares = new double[members];
    private int _next;
    private int _finished;

    public bool TryTake(out int member)
    {
        lock (_lock)
        {
            member = _next;
            _next = Math.Min(members, _next + 1);
            return member < members;
        }
    }

    public void Finish(int member)
    {
        lock (_lock)
        {
            _finished++;
            Tell(member, 1);
        }
    }

    /// <summary>Nobody takes another member.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _next = members;
        }
    }

    public IRunProgress ProgressOf(int member) => new MemberProgress(this, member);

    private void Tell(int member, double share)
    {
        _shares[member] = share;
        progress.Reached(_finished, members, _shares.Sum() / members);
    }

    private sealed class MemberProgress(SeedQueue queue, int member) : IRunProgress
    {
        private double _told;

        public void Began(string stage) { }

        public void Reached(Timestamp time, double share)
        {
            if (share - _told < Step)
            {
                return;
            }

            _told = share;
            lock (queue._lock)
            {
                queue.Tell(member, share);
            }
        }
    }
}

namespace Breakwater.Simulation;

/// <summary>How far a price has moved for each cause: the outside (0), or forced orders of a generation (1 and up).</summary>
/// <remarks>Downward and upward moves are kept apart: what forces longs out is the falls alone.</remarks>
internal sealed class MoveCauses(int generations)
{
    private readonly double[] _down = new double[generations + 1];
    private readonly double[] _up = new double[generations + 1];

    public void Add(int cause, double change)
    {
        if (change < 0)
        {
            _down[cause] -= change;
        }
        else
        {
            _up[cause] += change;
        }
    }

    public void CopyTo(MoveCauses other)
    {
        _down.CopyTo(other._down.AsSpan());
        _up.CopyTo(other._up.AsSpan());
    }

    /// <summary>Shares of the causes in the moves since an earlier state; all of it the outside's where nothing moved.</summary>
    public void SharesSince(MoveCauses earlier, bool falls, Span<double> shares)
    {
        double[] now = falls ? _down : _up;
        double[] then = falls ? earlier._down : earlier._up;
        double sum = 0;
        for (int cause = 0; cause < now.Length; cause++)
        {
            shares[cause] = now[cause] - then[cause];
            sum += shares[cause];
        }

        if (sum <= 0)
        {
            shares.Clear();
            shares[0] = 1;
            return;
        }

        for (int cause = 0; cause < now.Length; cause++)
        {
            shares[cause] /= sum;
        }
    }
}

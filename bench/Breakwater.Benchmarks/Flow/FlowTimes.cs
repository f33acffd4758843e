namespace Breakwater.Benchmarks.Flow;

/// <summary>What the runs of a flow took, in nanoseconds per row to a tenth.</summary>
internal sealed class FlowTimes(IFlowRun run)
{
    private readonly List<double> _elapsed = [];
    private readonly List<double> _cpu = [];

    public double Median => MedianOf(_elapsed);

    public double Fastest => Math.Round(_elapsed.Min(), 1);

    public double CpuMedian => MedianOf(_cpu);

    public double CpuFastest => Math.Round(_cpu.Min(), 1);

    public long AllocatedBytes => run.AllocatedBytes;

    /// <summary>Runs all in turn, so that a disturbance of the machine meets all. The first round is warm-up.</summary>
    public static void Measure(int rounds, params ReadOnlySpan<FlowTimes> measured)
    {
        for (int round = 0; round <= rounds; round++)
        {
            foreach (FlowTimes times in measured)
            {
                times.Run(isWarmUp: round == 0);
            }
        }
    }

    private static double MedianOf(List<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 1);

    private void Run(bool isWarmUp)
    {
        run.Apply();
        if (!isWarmUp)
        {
            _elapsed.Add(run.NanosecondsPerRow);
            _cpu.Add(run.CpuNanosecondsPerRow);
        }
    }
}

namespace Breakwater.Benchmarks.Flow;

/// <summary>Applies one flow as often as it is asked to, and keeps what the last time took.</summary>
internal interface IFlowRun
{
    double NanosecondsPerRow { get; }

    /// <summary>Time in which the process had a core, in user mode: what other programs take of the machine is not in it.</summary>
    double CpuNanosecondsPerRow { get; }

    /// <summary>In the second half of the rows.</summary>
    long AllocatedBytes { get; }

    void Apply();
}

using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>How far a price has been from its index of late, as a venue averages it.</summary>
internal sealed class BasisAverage
{
    // The latest samples, written over in turn; empty where older samples fade instead.
    private readonly double[] _samples;
    private readonly double _weight;
    private int _count;
    private double _sum;

    public BasisAverage(MarkMethod method)
    {
        bool samples = method.Window > Duration.Zero && !method.IsExponential;
        _samples = new double[samples ? Math.Max(method.Window.Nanoseconds / method.Sampling.Nanoseconds, 1) : 0];
        double sampling = method.Sampling.Nanoseconds;
        _weight = method.IsExponential ? sampling / (sampling + method.Window.Nanoseconds) : 1;
    }

    /// <summary>Dollars; zero before the first sample.</summary>
    public double Value { get; private set; }

    public void Reset()
    {
        (_count, _sum, Value) = (0, 0, 0);
        Array.Clear(_samples);
    }

    /// <param name="basis">Dollars.</param>
    public void Add(double basis)
    {
        if (_samples.Length == 0)
        {
            Value += _weight * (basis - Value);
            return;
        }

        ref double oldest = ref _samples[_count++ % _samples.Length];
        _sum += basis - oldest;
        oldest = basis;
        Value = _sum / Math.Min(_count, _samples.Length);
    }
}

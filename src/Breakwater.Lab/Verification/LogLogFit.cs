using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>The power law through points: least squares in logarithms.</summary>
internal static class LogLogFit
{
    /// <returns>By which power y grows with x.</returns>
    public static double Exponent(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var fit = new RollingRegression(x.Count);
        for (int i = 0; i < x.Count; i++)
        {
            fit.Add(Math.Log(x[i]), Math.Log(y[i]));
        }

        return fit.Beta;
    }
}

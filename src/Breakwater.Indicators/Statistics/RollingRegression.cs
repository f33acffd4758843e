namespace Breakwater.Indicators;

/// <summary>Correlation and beta of two series over their last pairs, such as returns of bitcoin on those of a stock index.</summary>
/// <remarks>
/// Correlation is cov(x, y) / sqrt(var(x) var(y)); beta is cov(x, y) / var(x), the least-squares slope of y on x. Pure numbers.
/// Source: any text of statistics; the sums are centred on the first pair of the window's life, against cancellation.
/// </remarks>
public sealed class RollingRegression(int length)
{
    private readonly RollingSum _x = new(length);
    private readonly RollingSum _y = new(length);
    private readonly RollingSum _xx = new(length);
    private readonly RollingSum _yy = new(length);
    private readonly RollingSum _xy = new(length);
    private double _originX;
    private double _originY;

    public bool IsFull => _x.IsFull;

    public int Count => _x.Count;

    /// <summary>From -1 to 1; NaN where a series does not vary.</summary>
    public double Correlation
    {
        get
        {
            double product = VarianceX * VarianceY;
            return product > 0 ? Math.Clamp(Covariance / Math.Sqrt(product), -1, 1) : double.NaN;
        }
    }

    /// <summary>Units of y for one unit of x; NaN where x does not vary.</summary>
    public double Beta => VarianceX > 0 ? Covariance / VarianceX : double.NaN;

    private double Covariance => _xy.Sum - (_x.Sum * _y.Sum / Count);

    private double VarianceX => _xx.Sum - (_x.Sum * _x.Sum / Count);

    private double VarianceY => _yy.Sum - (_y.Sum * _y.Sum / Count);

    public void Add(double x, double y)
    {
        if (Count == 0)
        {
            (_originX, _originY) = (x, y);
        }

        double fromX = x - _originX;
        double fromY = y - _originY;
        _x.Add(fromX);
        _y.Add(fromY);
        _xx.Add(fromX * fromX);
        _yy.Add(fromY * fromY);
        _xy.Add(fromX * fromY);
    }
}

namespace Breakwater.Lab;

/// <summary>Is told how far a calibration is.</summary>
public interface ICalibrationProgress
{
    /// <param name="done">Evaluations so far.</param>
    /// <param name="lowest">Objective so far.</param>
    void Evaluated(int done, double lowest);
}

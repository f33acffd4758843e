namespace Breakwater.Lab;

/// <summary>Is told how far a calibration is.</summary>
public interface ICalibrationProgress
{
    /// <summary>What is asked for can be fitted; the accounts of the first evaluation are being drawn.</summary>
    void Began() { }

    /// <param name="done">Evaluations so far.</param>
    /// <param name="lowest">Objective so far.</param>
    void Evaluated(int done, double lowest);
}

namespace Breakwater.Lab;

/// <summary>Is told how far a calibration is.</summary>
public interface ICalibrationProgress
{
    /// <param name="stage">What is done: "searching" or "sections".</param>
    /// <param name="most">Evaluations that this stage has at most.</param>
    /// <param name="best">Lowest objective so far.</param>
    void Evaluated(string stage, int done, int most, double best);
}

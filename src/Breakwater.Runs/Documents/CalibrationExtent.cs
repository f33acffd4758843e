namespace Breakwater.Runs;

/// <summary>How much of a calibration a scenario takes.</summary>
internal enum CalibrationExtent
{
    All,

    /// <summary>Not the shock.</summary>
    Behaviour,
}

using System.Globalization;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>Says how far a calibration is.</summary>
internal sealed class CalibrationProgress(StatusLine line) : ICalibrationProgress
{
    public void Began() => line.Write("drawing accounts...");

    public void Evaluated(int done, double lowest) =>
        line.WriteNowAndThen(() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"searching: {done} evaluations, lowest objective {lowest:0.0000}"
            )
        );
}

using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Flows by minute, instrument, side of the position and kind.</summary>
public sealed class FlowTable(Timestamp start, int minutes, int instruments)
{
    private static readonly int s_kinds = Enum.GetValues<FlowKind>().Length;

    private readonly Flow[] _flows = new Flow[minutes * instruments * 2 * s_kinds];

    public int Minutes => minutes;

    public int Instruments => instruments;

    /// <param name="isLong">The side of the position that was closed.</param>
    public ref Flow At(int minute, int instrument, bool isLong, FlowKind kind) =>
        ref _flows[((minute * instruments + instrument) * 2 + (isLong ? 0 : 1)) * s_kinds + (int)kind];

    /// <summary>The minute of the run that a moment lies in; the last for its end.</summary>
    public int MinuteOf(Timestamp time) =>
        (int)Math.Clamp((time - start).Nanoseconds / Duration.FromMinutes(1).Nanoseconds, 0, minutes - 1);

    public Timestamp TimeOf(int minute) => start + Duration.FromMinutes(minute);

    public Flow Total(int instrument, bool isLong, FlowKind kind)
    {
        Flow total = default;
        for (int minute = 0; minute < minutes; minute++)
        {
            total += At(minute, instrument, isLong, kind);
        }

        return total;
    }

    /// <summary>What accounts lost against their will in a minute, over all instruments and both sides; each position once.</summary>
    public Money ForcedIn(int minute)
    {
        Money forced = Money.Zero;
        for (int instrument = 0; instrument < instruments; instrument++)
        {
            foreach (bool isLong in (ReadOnlySpan<bool>)[true, false])
            {
                forced += At(minute, instrument, isLong, FlowKind.Liquidated).Notional;
                forced += At(minute, instrument, isLong, FlowKind.TakenOver).Notional;
                forced += At(minute, instrument, isLong, FlowKind.DeleveragedAway).Notional;
            }
        }

        return forced;
    }
}

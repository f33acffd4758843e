using Breakwater.Domain;

namespace Breakwater.Testing;

/// <summary>A position of <see cref="NaiveVenue"/>, kept when it is closed.</summary>
/// <param name="age">Rises with each position that the venue saw for the first time.</param>
internal sealed class NaivePosition(NaiveAccount owner, int instrument, int age)
{
    public NaiveAccount Owner { get; } = owner;

    public int Instrument { get; } = instrument;

    public int Age { get; } = age;

    public InstrumentId InstrumentId => new(Instrument);

    public AccountId OwnerId => new(Owner.Index);

    public Int128 Lots { get; set; }

    public Int128 Cost { get; set; }

    public Int128 IsolatedMargin { get; set; }

    public Int128 SettledIndex { get; set; }

    public Leverage Leverage { get; set; }

    public bool IsOpen => Lots != 0;

    /// <summary>What realised profit, funding and fees change: the isolated margin, or the wallet.</summary>
    public Int128 Balance
    {
        get => Owner.IsIsolated ? IsolatedMargin : Owner.Wallet;
        set
        {
            if (Owner.IsIsolated)
            {
                IsolatedMargin = value;
            }
            else
            {
                Owner.Wallet = value;
            }
        }
    }
}

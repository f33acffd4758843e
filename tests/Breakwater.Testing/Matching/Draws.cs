namespace Breakwater.Testing.Matching;

/// <summary>Reproducible draws from one seed (SplitMix64: Steele, Lea and Flood, 2014).</summary>
public sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    /// <param name="bound">Exclusive; positive.</param>
    public int Below(int bound)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            return (int)(Mix(_state) % (ulong)bound);
        }
    }

    public bool OneIn(int count) => Below(count) == 0;
}

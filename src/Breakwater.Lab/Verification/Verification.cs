using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>Puts the engine beside what was published.</summary>
public static class Verification
{
    /// <param name="threads">Theories worked on at a time; the result does not depend on it.</param>
    /// <returns>In the order of the theories.</returns>
    public static IReadOnlyList<VerifiedTheory> Run(
        IReadOnlyList<ITheory> theories,
        Seed seed,
        int threads,
        IVerificationProgress progress,
        CancellationToken cancel
    )
    {
        var verified = new VerifiedTheory[theories.Count];
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        progress.Finished(0, theories.Count);
        Parallel.For(
            0,
            theories.Count,
            options,
            i =>
            {
                verified[i] = Verify(theories[i], seed, cancel);
                progress.Finished(Interlocked.Increment(ref done), theories.Count);
            }
        );
        return verified;
    }

    private static VerifiedTheory Verify(ITheory theory, Seed seed, CancellationToken cancel) =>
        theory.Obstacle is { } obstacle
            ? new(theory.Name, theory.Claim, theory.Paper, [], obstacle)
            : new(theory.Name, theory.Claim, theory.Paper, theory.Verify(seed, cancel));
}

namespace Breakwater.Lab;

/// <summary>Hears how far a verification is; from several threads.</summary>
public interface IVerificationProgress
{
    void Finished(int theories, int of);
}

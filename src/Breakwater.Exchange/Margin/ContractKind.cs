namespace Breakwater.Exchange;

/// <summary>In what a contract is valued and settled.</summary>
public enum ContractKind
{
    /// <summary>Quantity in the coin, value = quantity × price, settled in the quote currency.</summary>
    Linear,

    /// <summary>Quantity in the quote currency, value = quantity ÷ price, settled in the coin.</summary>
    Inverse,
}

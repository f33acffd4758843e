namespace Breakwater.Domain;

/// <summary>In what a contract is valued and settled.</summary>
public enum ContractKind
{
    /// <summary>
    /// Value = quantity × price: the quantity in the coin, settled in the quote currency; or, as a quanto, in another currency, of which
    /// the quantity is so much for each unit of the price.
    /// </summary>
    Linear,

    /// <summary>Quantity in the quote currency, value = quantity ÷ price, settled in the coin.</summary>
    Inverse,
}

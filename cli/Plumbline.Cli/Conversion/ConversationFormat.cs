using System.Text.Json;

namespace Plumbline.Cli.Conversion;

/// <summary>How one format says what a <see cref="Conversation"/> holds.</summary>
/// <param name="name">The bundled format.</param>
/// <param name="carries">What it can carry.</param>
internal abstract class ConversationFormat(string name, Traits carries)
{
    public string Name => name;

    /// <summary>What can be written in it.</summary>
    public Traits Carries => carries;

    /// <summary>What can be read from it: the same, with few exceptions.</summary>
    public virtual Traits Reads => carries;

    /// <summary>What a conversation may have that it makes examples of.</summary>
    public virtual Traits Accepts => carries;

    /// <summary>Whether an example is two answers of which one is preferred.</summary>
    public virtual bool NeedsTwoAnswers => false;

    /// <summary>What it asks of the ids of calls.</summary>
    public virtual CallIds CallIds => CallIds.Optional;

    /// <summary>Reads an example that is valid.</summary>
    /// <param name="example">Its members; what is not taken is counted as lost.</param>
    /// <param name="losses">Takes note of what cannot be read.</param>
    /// <exception cref="NotConvertibleException">It is no conversation.</exception>
    public abstract Conversation Read(SourceMembers example, LossTally losses);

    /// <summary>Writes a conversation that has nothing but what the format carries.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="json">Where the example goes.</param>
    /// <param name="losses">Takes note of what had to be made up.</param>
    /// <exception cref="NotConvertibleException">It cannot be told in this format.</exception>
    public abstract void Write(Conversation conversation, Utf8JsonWriter json, LossTally losses);

    /// <summary>The examples that a conversation makes: one, unless the format tells the two answers of a pair one by one.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="losses">Takes note of what that loses.</param>
    /// <exception cref="NotConvertibleException">It cannot be told in this format.</exception>
    public virtual IEnumerable<Conversation> Examples(Conversation conversation, LossTally losses) => [conversation];
}

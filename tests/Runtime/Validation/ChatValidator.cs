namespace Plumbline.Runtime.Tests;

/// <summary>What the generator prints for the chat schema of the yardsticks, written by hand: the reader's tests do not depend on the generator.</summary>
internal sealed class ChatValidator : JsonValidator
{
    public static readonly Assertion RootType = new(Rules.Type, "/type", "an object");
    public static readonly Assertion MessagesRequired = new(Rules.Required, "/required", "the member \"messages\"");
    public static readonly Assertion RootUnknown = new(Rules.AdditionalProperty, "/additionalProperties", "a known member", ["context", "messages"]);
    public static readonly Assertion ContextType = new(Rules.Type, "/properties/context/type", "a string");
    public static readonly Assertion ContextLength = new(Rules.MaxLength, "/properties/context/maxLength", "at most 32768 characters");
    public static readonly Assertion MessagesType = new(Rules.Type, "/properties/messages/type", "an array");
    public static readonly Assertion MessagesMin = new(Rules.MinItems, "/properties/messages/minItems", "at least 2 items");
    public static readonly Assertion MessagesMax = new(Rules.MaxItems, "/properties/messages/maxItems", "at most 2048 items");
    public static readonly Assertion ItemType = new(Rules.Type, "/properties/messages/items/type", "an object");
    public static readonly Assertion ItemRequired = new(Rules.Required, "/properties/messages/items/required", "the members \"author\" and \"content\"");
    public static readonly Assertion ItemUnknown =
        new(Rules.AdditionalProperty, "/properties/messages/items/additionalProperties", "a known member", ["author", "content"]);
    public static readonly Assertion AuthorEnum =
        new(Rules.Enum, "/properties/messages/items/properties/author/enum", "\"user\" or \"assistant\"", ["user", "assistant"]);
    public static readonly Assertion ContentType = new(Rules.Type, "/properties/messages/items/properties/content/type", "a string");
    public static readonly Assertion ContentMin = new(Rules.MinLength, "/properties/messages/items/properties/content/minLength", "at least 1 character");
    public static readonly Assertion ContentMax = new(Rules.MaxLength, "/properties/messages/items/properties/content/maxLength", "at most 32768 characters");

    private static readonly NameTable RootNames = new("context", "messages");
    private static readonly NameTable ItemNames = new("author", "content");
    private static readonly StringSet Authors = new(AuthorEnum, "user", "assistant");

    private ChatValidator()
        : base("chat.json", counters: 1)
    {
    }

    public static ChatValidator Instance { get; } = new();

    protected internal override nint Value(Validation v, nint at) => Root(v, at);

    private static nint Root(Validation v, nint at)
    {
        if (v.Peek(at) != '{')
        {
            return v.WrongType(at, RootType);
        }

        nint start = at;
        ulong seen = 0;
        for (at = v.FirstMember(at); v.AtMember(at); at = v.NextMember(at))
        {
            nint name = at;
            int member = 0;
            if (v.Is(at, "\"context\":"u8)) { at += 10; }
            else if (v.Is(at, "\"messages\":"u8)) { at += 11; member = 1; }
            else { at = v.Find(at, RootNames); member = v.Member; }
            at = v.Space(at);
            switch (member)
            {
                case 0:
                    seen = v.Seen(seen, name, 0);
                    at = Context(v, at);
                    break;
                case 1:
                    seen = v.Seen(seen, name, 1);
                    at = Messages(v, at);
                    break;
                default:
                    v.Unknown(start, name);
                    v.Fault(RootUnknown, name);
                    at = v.Skip(at);
                    break;
            }
        }

        at = v.Close(at);
        if ((~seen & 0x2) != 0) { v.Missing(MessagesRequired, RootNames, start, ~seen & 0x2); }
        return at;
    }

    private static nint Context(Validation v, nint at)
    {
        if (v.Peek(at) != '"')
        {
            return v.WrongType(at, ContextType);
        }

        nint start = at;
        at = v.String(at);
        if (at - start - 2 > 32768) { v.MaxLength(start, at, 32768, ContextLength); }
        return at;
    }

    private static nint Messages(Validation v, nint at)
    {
        if (v.Peek(at) != '[')
        {
            return v.WrongType(at, MessagesType);
        }

        nint start = at;
        long count = 0;
        for (at = v.FirstItem(at); v.AtItem(at); at = v.NextItem(at))
        {
            count++;
            at = Item(v, at);
        }

        at = v.Close(at);
        if (count < 2) { v.Fault(MessagesMin, start, count); }
        if (count > 2048) { v.Fault(MessagesMax, start, count); }
        return at;
    }

    private static nint Item(Validation v, nint at)
    {
        if (v.Peek(at) != '{')
        {
            return v.WrongType(at, ItemType);
        }

        nint start = at;
        ulong seen = 0;
        for (at = v.FirstMember(at); v.AtMember(at); at = v.NextMember(at))
        {
            nint name = at;
            int member = 0;
            if (v.Is(at, "\"author\":"u8)) { at += 9; }
            else if (v.Is(at, "\"content\":"u8)) { at += 10; member = 1; }
            else { at = v.Find(at, ItemNames); member = v.Member; }
            at = v.Space(at);
            switch (member)
            {
                case 0:
                    seen = v.Seen(seen, name, 0);
                    v.Count(0);
                    at = Author(v, at);
                    break;
                case 1:
                    seen = v.Seen(seen, name, 1);
                    at = Content(v, at);
                    break;
                default:
                    v.Unknown(start, name);
                    v.Fault(ItemUnknown, name);
                    at = v.Skip(at);
                    break;
            }
        }

        at = v.Close(at);
        if ((~seen & 0x3) != 0) { v.Missing(ItemRequired, ItemNames, start, ~seen & 0x3); }
        return at;
    }

    private static nint Author(Validation v, nint at) =>
        v.Is(at, "\"user\""u8) ? at + 6
        : v.Is(at, "\"assistant\""u8) ? at + 11
        : v.Enum(at, Authors);

    private static nint Content(Validation v, nint at)
    {
        if (v.Peek(at) != '"')
        {
            return v.WrongType(at, ContentType);
        }

        nint start = at;
        at = v.String(at);
        long bytes = at - start - 2;
        if (bytes < 1) { v.MinLength(start, at, 1, ContentMin); }
        if (bytes > 32768) { v.MaxLength(start, at, 32768, ContentMax); }
        return at;
    }
}

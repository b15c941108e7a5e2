using Example;

public static class Code
{
    public static Ticket Made() => Ticket.Parse("""
        { "id": 1, "priority": "hihg", "tags": [] }
        """u8);
}

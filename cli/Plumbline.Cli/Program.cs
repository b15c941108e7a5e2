System.Console.WriteLine("plumbline");

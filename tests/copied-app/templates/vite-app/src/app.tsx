export default function App() {
  return <h1>A fresh app</h1>
}

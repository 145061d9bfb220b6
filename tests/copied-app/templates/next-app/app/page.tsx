export default function Home() {
  return <h1>A fresh app</h1>
}
